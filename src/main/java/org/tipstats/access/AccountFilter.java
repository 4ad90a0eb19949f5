package org.tipstats.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.Suggestions;

/**
 * Which accounts are asked for; null means all.
 *
 * @param name a part of it; the letters a to z in either case, others as the name has them
 * @param area the code of one of its areas
 * @param open whether they can sign in still; false for those that are closed
 */
public record AccountFilter(String name, Role role, String area, Boolean open) {

    public static final AccountFilter ALL = new AccountFilter(null, null, null, null);

    /** The states by the names that the API uses. */
    static final List<String> STATES = List.of("open", "closed");

    /** Reads the parameters, each of which may be null; 400 for a role or a state that there isn't. */
    public static AccountFilter of(String name, String role, String area, String state) {
        Role known = role == null ? null : Role.of(role).orElseThrow(() -> unknown("role", role, Role.ids()));
        if (state != null && !STATES.contains(state)) {
            throw unknown("state", state, STATES);
        }
        return new AccountFilter(name, known, area, state == null ? null : state.equals(STATES.get(0)));
    }

    private static ProblemException unknown(String parameter, String value, List<String> known) {
        List<String> near = Suggestions.near(value, known);
        return ProblemException.parameter(
                parameter,
                value,
                "There is no " + parameter + " \"" + value + "\". Choose one of " + String.join(", ", known) + ".",
                near.isEmpty() ? known : near);
    }

    /** The conditions of a query; those that need a value name a parameter of {@link #values}. */
    List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        if (name != null) {
            conditions.add("(locate(:part, lower(name)) > 0 or locate(:typed, name) > 0)");
        }
        if (role != null) {
            conditions.add("array_contains(roles, :role)");
        }
        if (area != null) {
            conditions.add("array_contains(areas, :area)");
        }
        if (open != null) {
            conditions.add(open ? "closedAt is null" : "closedAt is not null");
        }
        return conditions;
    }

    /** What the conditions compare with. */
    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        if (name != null) {
            values.put("typed", name);
            values.put("part", name.toLowerCase(Locale.ROOT));
        }
        if (role != null) {
            values.put("role", role.id());
        }
        if (area != null) {
            values.put("area", area);
        }
        return values;
    }
}
