package org.tipstats.site.area;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** What the chapters of a profile are about, in their order. Each finds its dataflow by what the dimensions mean. */
public enum Topic {
    VICTIMS(Form.LINES, null, Set.of(Role.SEX, Role.AGE, Role.EXPLOITATION), Set.of()),
    SEX(Form.LINES, Role.SEX, Set.of(Role.SEX, Role.AGE, Role.EXPLOITATION), Set.of()),
    AGE(Form.LINES, Role.AGE, Set.of(Role.SEX, Role.AGE, Role.EXPLOITATION), Set.of()),
    EXPLOITATION(Form.LINES, Role.EXPLOITATION, Set.of(Role.SEX, Role.AGE, Role.EXPLOITATION), Set.of()),
    CITIZENSHIP(Form.RANKS, Role.CITIZENSHIP, Set.of(Role.CITIZENSHIP), Set.of(Role.STAGE)),
    STAGE(Form.COLUMNS, Role.STAGE, Set.of(Role.STAGE), Set.of(Role.CITIZENSHIP)),
    OFFENCE(Form.LINES, Role.OFFENCE, Set.of(Role.OFFENCE), Set.of()),
    SUPPORT(Form.LINES, Role.SUPPORT, Set.of(Role.SUPPORT), Set.of()),
    REPATRIATION(Form.RANKS, Role.COUNTERPART, Set.of(Role.COUNTERPART), Set.of());

    /** How a chapter is drawn. */
    enum Form {
        LINES,
        COLUMNS,
        /** Bars of the latest year, the largest first. */
        RANKS
    }

    private final Form form;
    private final Role breakdown;
    private final Set<Role> with;
    private final Set<Role> without;

    Topic(Form form, Role breakdown, Set<Role> with, Set<Role> without) {
        this.form = form;
        this.breakdown = breakdown;
        this.with = with;
        this.without = without;
    }

    Form form() {
        return form;
    }

    /** Whether it counts those whom authorities found: more of them need not mean more crime. */
    boolean isOfVictims() {
        return !with.contains(Role.STAGE) && !with.contains(Role.OFFENCE);
    }

    /** Its name in addresses and texts. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The dataflow that tells of it, if the schemas have one. */
    public Optional<Dataflow> dataflow(SchemaRegistry schemas) {
        return schemas.reported().stream()
                .filter(flow -> with.stream().allMatch(role -> has(flow, role)))
                .filter(flow -> without.stream().noneMatch(role -> has(flow, role)))
                .findFirst();
    }

    private static boolean has(Dataflow flow, Role role) {
        return flow.structure().dimension(role).isPresent();
    }

    /** The dimension whose codes are the rows; none where there is only the total. */
    public Optional<Dimension> breakdown(Dataflow dataflow) {
        return Optional.ofNullable(breakdown)
                .flatMap(role -> dataflow.structure().dimension(role));
    }
}
