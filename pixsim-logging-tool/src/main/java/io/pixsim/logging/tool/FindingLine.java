package io.pixsim.logging.tool;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import io.pixsim.logging.catalog.Fields;
import io.pixsim.logging.catalog.Finding;
import io.pixsim.logging.catalog.StageCheck;
import io.pixsim.logging.encode.HumanText;
import io.pixsim.logging.encode.Paint;

/** What does not add up in a job, as a line for people or for programs. */
final class FindingLine {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private FindingLine() {}

    static String forPeople(String jobId, Finding finding, JobSteps.Step step, Paint paint) {
        StringBuilder line = new StringBuilder();
        paint.append(line, Paint.TIME, TIME.format(step.time()));
        line.append("  job ").append(HumanText.word(HumanText.cut(jobId, 50))).append("  ");
        paint.append(line, Paint.EVENT, HumanText.word(HumanText.cut(step.stage(), 50)));
        if (step.attempt() != StageCheck.NO_ATTEMPT) {
            line.append(" attempt ").append(step.attempt());
        }
        return line.append(": ").append(finding.description()).toString();
    }

    static String json(String jobId, Finding finding, JobSteps.Step step) {
        StringBuilder line = new StringBuilder("{");
        text(line, Fields.TIMESTAMP.name(), step.time().toString()).append(',');
        text(line, Fields.JOB_ID.name(), jobId).append(',');
        text(line, Fields.STAGE.name(), step.stage()).append(',');
        if (step.attempt() != StageCheck.NO_ATTEMPT) {
            number(line, Fields.ATTEMPT.name(), step.attempt()).append(',');
        }
        return text(line, "finding", finding.wireName()).append('}').toString();
    }

    static String sum(int jobs, int findings) {
        return jobs + (jobs == 1 ? " job, " : " jobs, ") + findings + (findings == 1 ? " finding" : " findings");
    }

    static String jsonSum(int jobs, int findings) {
        StringBuilder line = new StringBuilder("{");
        number(line, "jobs", jobs).append(',');
        return number(line, Fields.FINDINGS.name(), findings).append('}').toString();
    }

    private static StringBuilder text(StringBuilder line, String name, String value) {
        String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return line.append('"')
                .append(name)
                .append("\":\"")
                .append(RawLine.of(quoted))
                .append('"');
    }

    private static StringBuilder number(StringBuilder line, String name, int value) {
        return line.append('"').append(name).append("\":").append(value);
    }
}
