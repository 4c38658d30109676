package io.pixsim.logging.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where below a folder the file of a job is: a path with {@code {jobId}} in its last part, and {@code {projectId}} in one
 * before it or nowhere. Immutable.
 */
public final class JobPattern {

    /** {@code projects/{projectId}/files/logs/jobs/{jobId}.jsonl}. */
    public static final JobPattern DEFAULT = new JobPattern("projects/{projectId}/files/logs/jobs/{jobId}.jsonl");

    /** What {@link #of} takes, in words. */
    public static final String ALLOWED =
            "a relative path with {jobId} in its last part, and {projectId} in one before it or nowhere";

    private static final String JOB = "{jobId}";
    private static final String PROJECT = "{projectId}";
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final String text;
    private final List<String> parts;

    private JobPattern(String text) {
        this.text = text;
        this.parts = List.of(text.split("/", -1));
    }

    /**
     * Reads a pattern.
     *
     * @param text the path, with {@code /} between its parts, which have letters, digits, {@code .}, {@code _} and {@code
     *     -}, and begin with a letter, a digit or a placeholder
     * @return the pattern
     * @throws IllegalArgumentException when it is not {@value #ALLOWED}
     */
    public static JobPattern of(String text) {
        JobPattern pattern = new JobPattern(text);
        if (!pattern.isSafe()) {
            throw new IllegalArgumentException("pattern is not " + ALLOWED + ": " + text);
        }
        return pattern;
    }

    /** The path of a job's file, relative to the folder. */
    Path path(@Nullable String projectId, String jobId) {
        Path path = Path.of("");
        for (String part : parts) {
            path = path.resolve(part.replace(PROJECT, part.contains(PROJECT) ? SafeName.of(projectId) : "")
                    .replace(JOB, part.contains(JOB) ? SafeName.of(jobId) : ""));
        }
        return path;
    }

    /** What each part of a path may look like that {@link #path} made. */
    List<Pattern> matchers() {
        return parts.stream().map(JobPattern::matcher).toList();
    }

    private static Pattern matcher(String part) {
        String quoted = Pattern.quote(part)
                .replace(JOB, "\\E" + SafeName.PATTERN + "\\Q")
                .replace(PROJECT, "\\E" + SafeName.PATTERN + "\\Q");
        return Pattern.compile(quoted);
    }

    private boolean isSafe() {
        List<String> folders = parts.subList(0, parts.size() - 1);
        String last = parts.get(parts.size() - 1);
        return last.contains(JOB)
                && !last.contains(PROJECT)
                && folders.stream().noneMatch(part -> part.contains(JOB))
                && folders.stream().filter(part -> part.contains(PROJECT)).count() <= 1
                && parts.stream().allMatch(JobPattern::isSafe);
    }

    private static boolean isSafe(String part) {
        String plain = part.replaceFirst("\\{(?:jobId|projectId)}", "x");
        return PART.matcher(plain).matches() && !plain.endsWith(".") && !plain.contains("..");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JobPattern pattern && text.equals(pattern.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
