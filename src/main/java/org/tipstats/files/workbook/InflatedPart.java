package org.tipstats.files.workbook;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;

/**
 * The inflated bytes of a part. Counts the bytes and compares their checksum with the stored one. Throws no
 * {@link IOException}, because a parser would report this exception as a fault of the text.
 */
final class InflatedPart extends InputStream {

    private final InputStream in;
    private final long checksum;
    private final Archive archive;
    private final CRC32 sum = new CRC32();

    InflatedPart(InputStream in, long checksum, Archive archive) {
        this.in = in;
        this.checksum = checksum;
        this.archive = archive;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int read = inflate(buffer, offset, length);
        if (read > 0) {
            sum.update(buffer, offset, read);
            archive.countInflated(read);
        } else if (read < 0 && checksum != -1 && sum.getValue() != checksum) {
            throw new MalformedFileException(Reason.BROKEN_WORKBOOK, 0);
        }
        return read;
    }

    private int inflate(byte[] buffer, int offset, int length) {
        try {
            return in.read(buffer, offset, length);
        } catch (ZipException | EOFException e) {
            throw new MalformedFileException(Reason.BROKEN_WORKBOOK, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
