package org.tipstats.files.message;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowReader;
import org.tipstats.files.csv.RowSource.Assumption;
import org.tipstats.files.detect.FileKind;
import org.tipstats.files.message.MessageReader.MessageRows.MessageRow;
import org.tipstats.vocabulary.schema.DataStructure;

/**
 * Reads the observations of a data message as rows of a table. The header has {@code STRUCTURE}, {@code STRUCTURE_ID}
 * and {@code ACTION} if the message gives them. The next columns are the measure and the components that occur in the
 * message (in a deletion, also all dimensions), in the order of the data structure. The last columns are components
 * that the data structure does not have. Attributes of series, groups and data sets are repeated in the row of each
 * observation. If several levels give an attribute, the innermost level applies. A value that is absent or {@code NaN}
 * is an empty cell.
 *
 * <p>The line of a row is the line on which the observation starts. A series without observations becomes one row with
 * its key and attributes. In a deletion, such a row means all periods of the series. The line of the header is the line
 * of the first element of the message, or 1 in JSON.
 */
public final class MessageReader extends RowReader {

    private final MessageRows observations;
    private final RawRow header;
    private final List<Assumption> assumptions;
    private final String sender;
    private int record;

    private MessageReader(MessageRows observations, RawRow header, List<Assumption> assumptions, String sender) {
        this.observations = observations;
        this.header = header;
        this.assumptions = assumptions;
        this.sender = sender;
    }

    /**
     * Opens a message.
     *
     * @param kind {@link FileKind#SDMX_ML} or {@link FileKind#SDMX_JSON}
     * @param structure the structure that distinguishes dimensions from attributes; the message may have other
     *     components
     * @throws MalformedFileException if the file is not a data message, or if its header is broken. A JSON file is
     *     first read to its end, because the structure may follow the observations; a fault anywhere in a JSON file
     *     therefore causes this exception.
     */
    public static MessageReader open(Path file, FileKind kind, DataStructure structure) throws IOException {
        return open(file, kind, ComponentRoles.of(structure));
    }

    /**
     * Opens a message of any structure, as {@link #open(Path, FileKind, DataStructure)} does. The components are in the
     * order in which the message has them. The measure is {@code OBS_VALUE} if an observation does not name it.
     */
    public static MessageReader open(Path file, FileKind kind) throws IOException {
        return open(file, kind, ComponentRoles.UNKNOWN);
    }

    private static MessageReader open(Path file, FileKind kind, ComponentRoles roles) throws IOException {
        return switch (kind) {
            case SDMX_ML -> openMl(file, roles);
            case SDMX_JSON -> openJson(file, roles);
            default -> throw new IllegalArgumentException("no message: " + kind);
        };
    }

    private static MessageReader openMl(Path file, ComponentRoles roles) throws IOException {
        MessageColumns columns = MlObservations.columns(file, roles);
        MlObservations observations = MlObservations.open(file, columns);
        return new MessageReader(
                observations,
                columns.header(observations.rootLine()),
                observations.assumptions(),
                observations.sender());
    }

    private static MessageReader openJson(Path file, ComponentRoles roles) throws IOException {
        JsonMessage message = JsonMessage.read(file, roles);
        MessageColumns columns = message.columns();
        JsonObservations observations = new JsonObservations(file, message, columns);
        return new MessageReader(observations, columns.header(1), message.assumptions(), null);
    }

    @Override
    public Optional<RawRow> header() {
        return Optional.of(header);
    }

    /** Returns the id of the organisation that sent an SDMX-ML message; null if it is not known. */
    public String sender() {
        return sender;
    }

    @Override
    public List<Assumption> assumptions() {
        return assumptions;
    }

    @Override
    protected RawRow read() {
        for (MessageRow each = observations.next(); each != null; each = observations.next()) {
            RawRow row = new RawRow(each.line(), record + 1, each.cells());
            if (!row.isBlank(ignored())) {
                record++;
                return row;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        observations.close();
    }

    interface MessageRows extends Closeable {

        /** Returns the next observation, or null after the last observation. */
        MessageRow next();

        record MessageRow(int line, String[] cells) {}
    }
}
