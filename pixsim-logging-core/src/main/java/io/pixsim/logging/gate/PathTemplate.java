package io.pixsim.logging.gate;

/** A path in which {@code {…}} stands for one segment. Immutable. */
final class PathTemplate {

    private final String template;
    private final String[] segments;

    PathTemplate(String template) {
        this.template = template;
        this.segments = template.indexOf('{') < 0 ? new String[0] : template.split("/", -1);
    }

    /** Whether a path is one of these; its query does not count. */
    boolean fits(String path) {
        int query = path.indexOf('?');
        int end = query < 0 ? path.length() : query;
        if (segments.length == 0) {
            return end == template.length() && path.startsWith(template);
        }
        int from = 0;
        for (int i = 0; i < segments.length; i++) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 || slash > end ? end : slash;
            boolean last = i == segments.length - 1;
            if (last != (to == end) || !fits(segments[i], path, from, to)) {
                return false;
            }
            from = to + 1;
        }
        return true;
    }

    private static boolean fits(String segment, String path, int from, int to) {
        if (segment.startsWith("{") && segment.endsWith("}")) {
            return to > from;
        }
        return segment.length() == to - from && path.startsWith(segment, from);
    }
}
