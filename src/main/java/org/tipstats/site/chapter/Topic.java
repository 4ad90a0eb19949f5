package org.tipstats.site.chapter;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** The topics of a profile's chapters, in order. The roles of dimensions determine the dataflow of a topic. */
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

    /** The kinds of charts. */
    enum Form {
        LINES,
        COLUMNS,
        /** Bars of one year. The longest bar comes first. */
        RANKS
    }

    private final Form form;
    private final Role breakdown;
    private final Set<Role> requiredRoles;
    private final Set<Role> excludedRoles;

    Topic(Form form, Role breakdown, Set<Role> with, Set<Role> without) {
        this.form = form;
        this.breakdown = breakdown;
        this.requiredRoles = with;
        this.excludedRoles = without;
    }

    Form form() {
        return form;
    }

    /** Returns whether the topic counts victims. More detected victims do not prove more crime. */
    public boolean isOfVictims() {
        return !requiredRoles.contains(Role.STAGE) && !requiredRoles.contains(Role.OFFENCE);
    }

    /** Returns the name of the topic in URLs and text keys. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the dataflow of the topic; empty if the schemas have no such dataflow. */
    public Optional<Dataflow> dataflow(SchemaRegistry schemas) {
        return schemas.reported().stream()
                .filter(flow -> requiredRoles.stream().allMatch(role -> has(flow, role)))
                .filter(flow -> excludedRoles.stream().noneMatch(role -> has(flow, role)))
                .findFirst();
    }

    private static boolean has(Dataflow flow, Role role) {
        return flow.structure().dimension(role).isPresent();
    }

    /** Returns the dimension in the rows of the table; empty if the topic has only the total. */
    public Optional<Dimension> breakdown(Dataflow dataflow) {
        return Optional.ofNullable(breakdown)
                .flatMap(role -> dataflow.structure().dimension(role));
    }
}
