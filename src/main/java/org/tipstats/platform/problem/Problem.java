package org.tipstats.platform.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One occurrence of a problem (RFC 9457), independent of the format in which it is shown.
 *
 * @param detail describes this occurrence to the caller; must not contain a class name, SQL, host or secret
 * @param errors the faults of the input; empty if the problem is not about input
 * @param members further members of the body, for example a report or checks, in this order
 * @param headers response headers, for example Location or Retry-After
 */
public record Problem(
        ProblemType type,
        String detail,
        List<InputError> errors,
        Map<String, Object> members,
        Map<String, String> headers) {

    private static final Set<String> RESERVED =
            Set.of("type", "title", "status", "detail", "instance", "requestId", "errors");

    public Problem {
        errors = List.copyOf(errors);
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        headers = Map.copyOf(headers);
        members.keySet().stream().filter(RESERVED::contains).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("a problem has the member " + name + " already");
        });
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Map.of(), Map.of());
    }

    public Problem errors(List<InputError> faults) {
        return new Problem(type, detail, faults, members, headers);
    }

    public Problem error(InputError fault) {
        List<InputError> more = new ArrayList<>(errors);
        more.add(fault);
        return errors(more);
    }

    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(type, detail, errors, more, headers);
    }

    public Problem header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(type, detail, errors, members, more);
    }

    public int status() {
        return type.status();
    }
}
