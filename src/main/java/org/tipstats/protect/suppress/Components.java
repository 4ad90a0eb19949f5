package org.tipstats.protect.suppress;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.Move;
import org.tipstats.protect.solve.DisjointSets;

/** Splits a system into parts that share no line. The results of searches in parts can be stored. */
final class Components {

    private Components() {}

    /**
     * A part of a system.
     *
     * @param system the part as a separate system
     * @param cells the indexes that the cells of the part have in the whole system, ascending
     */
    record Part(CellSystem system, int[] cells) {

        boolean has(CellSystem.Role role) {
            return system.cells(role).findAny().isPresent();
        }

        /** Returns the hash of everything that a search with this effort depends on. */
        String digest(Effort effort) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                OutputStream hashed = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
                try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(hashed))) {
                    out.writeUTF(effort.toString());
                    system.writeTo(out);
                }
                return HexFormat.of().formatHex(digest.digest());
            } catch (IOException | NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The result of the search in a part. Cells are numbered as in the part. */
    record PartResult(BitSet hidden, List<Move> moves, BitSet immovable, long programs) {

        PartResult in(int[] cells) {
            return new PartResult(
                    CellSystem.bits(hidden.stream().map(cell -> cells[cell])),
                    moves.stream().map(move -> move.in(cells)).toList(),
                    CellSystem.bits(immovable.stream().map(cell -> cells[cell])),
                    programs);
        }

        byte[] toBytes() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
                write(hidden, out);
                out.writeInt(moves.size());
                for (Move move : moves) {
                    out.writeInt(move.cells().length);
                    for (int i = 0; i < move.cells().length; i++) {
                        out.writeInt(move.cells()[i]);
                        out.writeLong(move.changes()[i]);
                    }
                }
                write(immovable, out);
                out.writeLong(programs);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        private static void write(BitSet bits, DataOutputStream out) throws IOException {
            byte[] bytes = bits.toByteArray();
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        static PartResult of(byte[] bytes) {
            try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
                BitSet hidden = bits(in);
                List<Move> moves = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    moves.add(move(in));
                }
                return new PartResult(hidden, moves, bits(in), in.readLong());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static BitSet bits(DataInputStream in) throws IOException {
            return BitSet.valueOf(in.readNBytes(in.readInt()));
        }

        private static Move move(DataInputStream in) throws IOException {
            int[] cells = new int[in.readInt()];
            long[] changes = new long[cells.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = in.readInt();
                changes[i] = in.readLong();
            }
            return new Move(cells, changes);
        }
    }

    /** Returns the parts in the order of their first cells. Each cell is in exactly one part. */
    static List<Part> of(CellSystem whole) {
        DisjointSets sets = new DisjointSets(whole.size());
        IntStream.range(0, whole.lines())
                .forEach(line -> sets.join(whole.line(line).cells()));
        return sets.all().stream()
                .map(cells -> new Part(whole.part(cells), cells))
                .toList();
    }
}
