package org.tipstats.vocabulary.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A code list: its codes in the order of the schema, and the tree that their parents form. */
public final class CodeList {

    private final String id;
    private final String version;
    private final LocalText name;
    private final List<Code> codes;
    private final Map<String, Code> byId = new HashMap<>();
    private final List<List<Code>> children = new ArrayList<>();

    /**
     * Creates the list.
     *
     * @throws SchemaException if a code occurs twice, a parent does not exist or the parents form a cycle
     */
    public CodeList(String id, String version, LocalText name, List<Code> codes) {
        this.id = id;
        this.version = version;
        this.name = name;
        this.codes = List.copyOf(codes);
        for (Code code : codes) {
            if (byId.put(code.id(), code) != null) {
                throw new SchemaException("code list " + id + " has the code " + code.id() + " twice");
            }
            children.add(new ArrayList<>());
        }
        for (Code code : codes) {
            if (code.parent() != null) {
                children.get(parentOf(code).position()).add(code);
            }
        }
        codes.forEach(this::ancestors);
    }

    private Code parentOf(Code code) {
        Code parent = byId.get(code.parent());
        if (parent == null) {
            throw new SchemaException(
                    "code list " + id + ": parent " + code.parent() + " of " + code.id() + " is no code");
        }
        return parent;
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

    /** Returns the direct children, in the order of the list. */
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

    /** Returns all broader codes, nearest first. */
    public List<Code> ancestors(Code code) {
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
