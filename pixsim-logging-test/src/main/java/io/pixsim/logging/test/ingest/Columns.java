package io.pixsim.logging.test.ingest;

import static io.pixsim.logging.catalog.Fields.ARTIFACT_ID;
import static io.pixsim.logging.catalog.Fields.ATTEMPT;
import static io.pixsim.logging.catalog.Fields.CHANNEL;
import static io.pixsim.logging.catalog.Fields.DOMAIN;
import static io.pixsim.logging.catalog.Fields.DURATION_MS;
import static io.pixsim.logging.catalog.Fields.ENV;
import static io.pixsim.logging.catalog.Fields.ERROR;
import static io.pixsim.logging.catalog.Fields.ERROR_TYPE;
import static io.pixsim.logging.catalog.Fields.GENERATION_ID;
import static io.pixsim.logging.catalog.Fields.JOB_ID;
import static io.pixsim.logging.catalog.Fields.LEVEL;
import static io.pixsim.logging.catalog.Fields.MSG;
import static io.pixsim.logging.catalog.Fields.OPERATION_TYPE;
import static io.pixsim.logging.catalog.Fields.PROVIDER_ID;
import static io.pixsim.logging.catalog.Fields.PROVIDER_JOB_ID;
import static io.pixsim.logging.catalog.Fields.REQUEST_ID;
import static io.pixsim.logging.catalog.Fields.SERVICE;
import static io.pixsim.logging.catalog.Fields.STAGE;
import static io.pixsim.logging.catalog.Fields.SUBMISSION_ID;
import static io.pixsim.logging.catalog.Fields.TIMESTAMP;
import static io.pixsim.logging.catalog.Fields.TRACE_ID;
import static io.pixsim.logging.catalog.Fields.USER_ID;

import java.util.ArrayList;
import java.util.List;

import io.pixsim.logging.catalog.Field;
import io.pixsim.logging.catalog.FieldType;

/** The columns of the backend's table: every other key of an event is filed under {@code extra}, unchecked. */
final class Columns {

    /** What every generation has. */
    private static final List<Field> SHARED = List.of(
            TIMESTAMP,
            LEVEL,
            SERVICE,
            ENV,
            MSG,
            REQUEST_ID,
            JOB_ID,
            SUBMISSION_ID,
            PROVIDER_JOB_ID,
            PROVIDER_ID,
            OPERATION_TYPE,
            STAGE,
            USER_ID,
            ERROR,
            ERROR_TYPE,
            DURATION_MS,
            ATTEMPT);

    static final List<Field> S0 = with(ARTIFACT_ID);
    static final List<Field> H = with(GENERATION_ID, DOMAIN, CHANNEL);
    /** What a sender has to keep right: the columns of all generations, and the trace id that all are asked for. */
    static final List<Field> ANY = with(ARTIFACT_ID, GENERATION_ID, DOMAIN, CHANNEL, TRACE_ID);

    private Columns() {}

    static boolean isInteger(Field column) {
        return column.type() == FieldType.INTEGER || column.type() == FieldType.MILLIS;
    }

    private static List<Field> with(Field... more) {
        List<Field> columns = new ArrayList<>(SHARED);
        columns.addAll(List.of(more));
        return List.copyOf(columns);
    }
}
