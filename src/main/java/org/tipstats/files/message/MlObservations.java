package org.tipstats.files.message;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RowSource.Assumption;
import org.tipstats.files.message.ComponentRoles.Learner;
import org.tipstats.files.message.MessageReader.MessageRows;
import org.tipstats.files.message.MessageReader.MessageRows.MessageRow;
import org.tipstats.files.message.MlHeader.Structure;
import org.tipstats.files.xml.BoundedXml;
import org.tipstats.files.xml.BoundedXml.Allowance;

/** The observations of an SDMX-ML message, generic or structure-specific, in series or flat. */
final class MlObservations implements MessageRows {

    /**
     * Limits that are large enough for a tag with one attribute for each possible column of a table, each attribute as
     * long as the longest cell.
     */
    private static final Allowance XML =
            new Allowance(50, 4 * CsvReader.MAX_COLUMNS * CsvReader.MAX_CELL, Integer.MAX_VALUE, 0, reason -> reason);

    private final BoundedXml cursor;
    private final List<Assumption> assumptions;
    private final MessageColumns columns;
    private final MemoryBudget budget;
    private final MlHeader header;
    private final MlValues components;
    private final Learner learner;
    private DataSetDefaults dataSet;
    private Structure named;
    private LevelValues series;
    private int seriesLine;
    private int seriesRows;
    private boolean deletes;

    /**
     * @param learner null if the dimensions are known; else it finds the dimensions, and attributes of groups are left
     *     out
     */
    private MlObservations(Path file, MessageColumns columns, Learner learner) throws IOException {
        this.columns = columns;
        this.learner = learner;
        this.budget = new MemoryBudget();
        MessageFile message = MessageFile.of(file);
        this.assumptions = message.assumptions();
        this.cursor = BoundedXml.ofText(message.open(), message.firstLine(), XML);
        try {
            this.header = MlHeader.read(cursor);
        } catch (RuntimeException e) {
            cursor.close();
            throw e;
        }
        this.components = new MlValues(cursor, columns, header.checkFormat());
    }

    static MlObservations open(Path file, MessageColumns columns) throws IOException {
        return new MlObservations(file, columns, null);
    }

    /**
     * Reads a message once to find its columns. Stops at a fault after the header without an exception, because the
     * caller can still use the rows before the fault.
     */
    static MessageColumns columns(Path file, ComponentRoles roles) throws IOException {
        MessageColumns found = new MessageColumns(roles);
        Learner learner = roles.areKnown() ? null : new Learner();
        try (MlObservations observations = new MlObservations(file, found, learner)) {
            try {
                while (observations.next() != null) {
                    // Reading adds the columns.
                }
            } catch (MalformedFileException e) {
                // The fault is reported when the rows are read.
            }
            ComponentRoles better = learner == null ? roles : roles.learnt(learner.dimensions());
            return found.inHeaderOrder(better, observations.deletes);
        }
    }

    @Override
    public MessageRow next() {
        while (true) {
            if (dataSet == null && !openDataSet()) {
                return null;
            }
            MessageRow observation = series == null ? inDataSet() : inSeries();
            if (observation != null) {
                return observation;
            }
        }
    }

    private boolean openDataSet() {
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "DataSet" -> {
                    startDataSet();
                    return true;
                }
                case "Footer" -> cursor.skip();
                default -> throw cursor.unexpected();
            }
        }
        cursor.readToEnd();
        return false;
    }

    private void startDataSet() {
        dataSet = new DataSetDefaults(columns, budget);
        named = header.structure(cursor.attribute("structureRef"), cursor.line());
        String action = cursor.attribute("action");
        action = action == null ? header.action() : action;
        dataSet.setReferenceAndAction(named.reference(), action == null ? null : DataSetDefaults.actionCode(action));
        deletes |= action != null && DataSetDefaults.actionCode(action).equals(DataSetDefaults.DELETE);
        if (!header.checkFormat()) {
            dataSet.setComponents(components.ofDataSet(), cursor.line());
        }
    }

    private MessageRow inDataSet() {
        if (!cursor.nextChild()) {
            dataSet = null;
            return null;
        }
        int line = cursor.line();
        switch (cursor.name()) {
            case "Obs" -> {
                return observation(null);
            }
            case "Series" -> {
                series = new LevelValues(columns);
                seriesLine = line;
                seriesRows = 0;
                components.attributes(series);
            }
            case "Attributes", "Group", "Atts" -> common();
            case "Annotations", "DataProvider", "Metadata" -> cursor.skip();
            default -> throw cursor.unexpected();
        }
        return null;
    }

    /**
     * Reads the attributes of a group or data set. These attributes must come before the first observation, because the
     * rows of earlier observations were already returned without these attributes.
     */
    private void common() {
        if (dataSet.rows() > 0) {
            throw cursor.unexpected();
        }
        int line = cursor.line();
        LevelValues said = new LevelValues(columns);
        if (cursor.name().equals("Attributes")) {
            components.part(said);
            dataSet.setComponents(said, line);
        } else {
            LevelValues codes = new LevelValues(columns);
            components.group(codes, said);
            if (learner == null) {
                dataSet.group(codes, said, line);
            } else {
                learner.group(codes);
                learner.group(said);
            }
        }
    }

    private MessageRow inSeries() {
        if (!cursor.nextChild()) {
            LevelValues alone = series;
            series = null;
            return seriesRows == 0 ? dataSet.observation(seriesLine, alone, null) : null;
        }
        switch (cursor.name()) {
            case "Obs" -> {
                seriesRows++;
                return observation(series);
            }
            case "SeriesKey", "Attributes", "Comp" -> {
                if (seriesRows > 0) {
                    throw cursor.unexpected();
                }
                components.part(series);
            }
            case "Annotations", "Metadata" -> cursor.skip();
            default -> throw cursor.unexpected();
        }
        return null;
    }

    private MessageRow observation(LevelValues above) {
        int line = cursor.line();
        String dimension = named.dimension() == null ? columns.roles().time() : named.dimension();
        LevelValues own = components.observation(dimension);
        if (learner != null) {
            learner.key(own);
            if (above != null) {
                learner.key(above);
            }
        }
        return dataSet.observation(line, own, above);
    }

    int rootLine() {
        return header.line();
    }

    String sender() {
        return header.sender();
    }

    List<Assumption> assumptions() {
        return assumptions;
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }
}
