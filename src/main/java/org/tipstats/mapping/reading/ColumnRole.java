package org.tipstats.mapping.reading;

/**
 * The role of a column of a table.
 *
 * @param component the component whose codes or names are in the column; null if the kind is not {@code COMPONENT}
 * @param reason why the column is left out, as {@link Ledger} records it; null if it is used
 */
public record ColumnRole(Kind kind, String component, String reason) {

    public enum Kind {
        /** The figures. */
        VALUE,
        /** Words for one component. */
        COMPONENT,
        /** Names of rows. The column has no component of its own: each word shows the component that it belongs to. */
        LABEL,
        /** Names of what is counted. Only some of them are about trafficking in persons. */
        SUBJECT,
        /** Not used. */
        IGNORED
    }

    public static final ColumnRole VALUE = new ColumnRole(Kind.VALUE, null, null);
    public static final ColumnRole LABEL = new ColumnRole(Kind.LABEL, null, null);
    public static final ColumnRole SUBJECT = new ColumnRole(Kind.SUBJECT, null, null);

    public static ColumnRole of(String component) {
        return new ColumnRole(Kind.COMPONENT, component, null);
    }

    public static ColumnRole ignored(String reason) {
        return new ColumnRole(Kind.IGNORED, null, reason);
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    public boolean is(String other) {
        return other.equals(component);
    }
}
