package org.tipstats.vocabulary.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A code list: its codes in the order of the schema, and the tree that their parents form. Groups of areas that a
 * deployment names may cut across this tree: an area is below its parent and below any number of groups.
 */
public final class CodeList {

    private final String id;
    private final String version;
    private final LocalText name;
    private final List<Code> codes;
    private final List<Code> singleAreas;
    private final Map<String, Code> byId = new HashMap<>();
    private final List<List<Code>> children = new ArrayList<>();
    private final List<List<Code>> groups = new ArrayList<>();

    /**
     * Creates the list.
     *
     * @throws SchemaException if a code occurs twice, a parent or a member does not exist, or the parents form a cycle
     */
    public CodeList(String id, String version, LocalText name, List<Code> codes) {
        this.id = id;
        this.version = version;
        this.name = name;
        this.codes = List.copyOf(codes);
        this.singleAreas = codes.stream().filter(code -> !code.isAreaGroup()).toList();
        for (Code code : codes) {
            if (byId.put(code.id(), code) != null) {
                throw new SchemaException("code list " + id + " has the code " + code.id() + " twice");
            }
            children.add(new ArrayList<>());
            groups.add(new ArrayList<>());
        }
        for (Code code : codes) {
            if (code.parent() != null) {
                children.get(parentOf(code).position()).add(code);
            }
            code.members().forEach(member -> addMember(code, related("member", member, code)));
        }
        children.forEach(below -> below.sort(Comparator.comparingInt(Code::position)));
        codes.forEach(this::ancestors);
    }

    private void addMember(Code group, Code member) {
        children.get(group.position()).add(member);
        groups.get(member.position()).add(group);
    }

    private Code parentOf(Code code) {
        return related("parent", code.parent(), code);
    }

    private Code related(String relation, String other, Code code) {
        Code found = byId.get(other);
        if (found == null) {
            throw new SchemaException(
                    "code list " + id + ": " + relation + " " + other + " of " + code.id() + " is no code");
        }
        return found;
    }

    public String id() {
        return id;
    }

    public String version() {
        return version;
    }

    public LocalText name() {
        return name;
    }

    public List<Code> codes() {
        return codes;
    }

    /** Returns the groups of areas of a kind, in the order of the list. See {@link Code#isAreaGroup(String)}. */
    public List<Code> areaGroups(String kind) {
        return codes.stream().filter(code -> code.isAreaGroup(kind)).toList();
    }

    /** Returns the areas that are not groups: the areas that report. */
    public List<Code> singleAreas() {
        return singleAreas;
    }

    /** Returns the area with this code; empty if there is none, or if it is a group. */
    public Optional<Code> singleArea(String code) {
        return find(code).filter(found -> !found.isAreaGroup());
    }

    public int size() {
        return codes.size();
    }

    public Code at(int position) {
        return codes.get(position);
    }

    public Optional<Code> find(String code) {
        return Optional.ofNullable(byId.get(code));
    }

    /**
     * Returns the position of a code, or -1 if the list lacks the code. Creates no objects, so inner loops can use this
     * method.
     */
    public int positionOf(String code) {
        Code found = byId.get(code);
        return found == null ? -1 : found.position();
    }

    /** Returns the direct children, in the order of the list. The children of a {@code GROUP} are its members. */
    public List<Code> children(Code code) {
        return children.get(code.position());
    }

    /** Returns all narrower codes, depth first, in the order of the list. */
    public List<Code> descendants(Code code) {
        List<Code> below = new ArrayList<>();
        for (Code child : children(code)) {
            below.add(child);
            below.addAll(descendants(child));
        }
        return below;
    }

    /**
     * Returns all broader codes: first the broader codes of the tree, nearest first, then the {@code GROUP}s that name
     * the code, in the order of the list.
     */
    public List<Code> ancestors(Code code) {
        List<Code> above = broader(code);
        above.addAll(groupsOf(code));
        return above;
    }

    /** Returns the {@code GROUP}s of the deployment that name an area as their member, in the order of the list. */
    public List<Code> groupsOf(Code area) {
        return groups.get(area.position());
    }

    /** Returns only the broader codes of the tree, nearest first: for an area, its M49 groups. */
    public List<Code> broader(Code code) {
        List<Code> above = new ArrayList<>();
        Code current = code;
        while (current.parent() != null) {
            current = parentOf(current);
            if (above.size() > codes.size()) {
                throw new SchemaException("code list " + id + " has a cycle at " + code.id());
            }
            above.add(current);
        }
        return above;
    }

    public boolean isLeaf(Code code) {
        return children(code).isEmpty();
    }

    /** Returns the code that stands for all other codes, if the list has such a code. */
    public Optional<Code> total() {
        return codes.stream().filter(Code::isTotal).findFirst();
    }

    /** Returns the first code that has the property, in the order of the list. */
    public Optional<Code> first(Predicate<Code> property) {
        return codes.stream().filter(property).findFirst();
    }
}
