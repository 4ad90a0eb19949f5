package org.tipstats.vocabulary.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the areas that a deployment defines. A group of the deployment is a code with the annotation {@code
 * AREA_GROUP=GROUP}; the annotation {@code MEMBERS} of the code lists the areas of the group. Pages may list an area
 * apart from its region, for example because M49 does not have the area. The annotation {@code LISTED_UNDER} of the
 * area then names a code of {@code CL_AREA_HEADING}.
 */
final class DeploymentAreas {

    private static final String HEADINGS = "CL_AREA_HEADING";
    private static final String HEADING = "LISTED_UNDER";

    private final String list;
    private final Map<String, Code> byId = new HashMap<>();

    private DeploymentAreas(String list, List<Code> codes) {
        this.list = list;
        codes.forEach(code -> byId.put(code.id(), code));
    }

    /**
     * Checks the groups of a list.
     *
     * @param list the file and the JSON pointer of the list
     * @throws SchemaException with the place of the code and the remedy if a group or its members are not valid
     */
    static void check(String list, List<Code> codes) {
        DeploymentAreas members = new DeploymentAreas(list, codes);
        codes.forEach(members::check);
    }

    /**
     * Returns the heading under which pages list an area; empty if they list it in its region. The heading does not
     * change the groups that include the area.
     */
    static Optional<Code> heading(Code area, Map<String, CodeList> lists) {
        return area.annotation(HEADING)
                .flatMap(id -> Optional.ofNullable(lists.get(HEADINGS)).flatMap(list -> list.find(id)));
    }

    /**
     * Checks the headings of the areas of a list.
     *
     * @throws SchemaException if a group has a heading, or if a heading is unknown
     */
    static void checkHeadings(CodeList areas, Map<String, CodeList> lists) {
        for (Code code : areas.codes()) {
            code.annotation(HEADING)
                    .ifPresent(id -> SchemaException.require(
                            !code.isAreaGroup() && heading(code, lists).isPresent(),
                            areas.id() + ": " + code.id() + " has the annotation " + HEADING + " = " + id
                                    + ". Only an area can have it, with a code of " + HEADINGS + " as its value."));
        }
    }

    private void check(Code code) {
        if (!code.isAreaGroup("GROUP")) {
            require(
                    code.annotation("MEMBERS").isEmpty(),
                    code,
                    "has MEMBERS but is no GROUP. Set its annotation AREA_GROUP to GROUP, or remove MEMBERS");
            if (code.parent() != null && byId.containsKey(code.parent())) {
                require(
                        !byId.get(code.parent()).isAreaGroup("GROUP"),
                        code,
                        "has the GROUP " + code.parent() + " as its parent. Name " + code.id() + " in MEMBERS of "
                                + code.parent() + " instead");
            }
            return;
        }
        require(code.parent() == null, code, "is a GROUP and has a parent. Remove the parent: a GROUP is in no region");
        require(!code.members().isEmpty(), code, "is a GROUP without areas. Name them in the annotation MEMBERS");
        Set<String> named = new HashSet<>();
        for (String id : code.members()) {
            Code member = byId.get(id);
            require(member != null, code, "names " + id + ", which is no code of the list. Correct the id in MEMBERS");
            require(!member.isAreaGroup(), code, "names the group " + id + ". Name the areas of " + id + " in MEMBERS");
            require(named.add(id), code, "names " + id + " twice. Remove one of them from MEMBERS");
        }
    }

    private void require(boolean holds, Code code, String fault) {
        SchemaException.require(holds, list + "/codes/" + code.position() + ": " + code.id() + " " + fault + ".");
    }
}
