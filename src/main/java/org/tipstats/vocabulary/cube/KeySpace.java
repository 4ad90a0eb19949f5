package org.tipstats.vocabulary.cube;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaException;

/**
 * The keys of one data structure, each packed into a {@code long}.
 *
 * <p>A packed key is a mixed radix number whose digits are the positions of the codes in their lists. The first
 * dimension is the most significant, so packed keys are sorted by the first dimension, then by the second, and so on. A
 * packed key is valid only within one version of the code lists. Therefore figures are stored with the text of their
 * key, never with the packed key.
 */
public final class KeySpace {

    private final DataStructure structure;
    private final long[] weight;
    private final int[] size;

    public KeySpace(DataStructure structure) {
        this.structure = structure;
        List<Dimension> dimensions = structure.dimensions();
        this.weight = new long[dimensions.size()];
        this.size = new int[dimensions.size()];
        long product = 1;
        for (int d = dimensions.size() - 1; d >= 0; d--) {
            weight[d] = product;
            size[d] = dimensions.get(d).size();
            if (product > Long.MAX_VALUE / size[d]) {
                throw new SchemaException(structure.id() + " has more keys than 63 bits can tell apart");
            }
            product *= size[d];
        }
    }

    public DataStructure structure() {
        return structure;
    }

    /** Packs positions, one for each dimension in order. */
    public long pack(int[] positions) {
        long key = 0;
        for (int d = 0; d < weight.length; d++) {
            key += positions[d] * weight[d];
        }
        return key;
    }

    public int position(long key, int dimension) {
        return (int) (key / weight[dimension] % size[dimension]);
    }

    /** Returns the key with another position in one dimension. */
    public long withPosition(long key, int dimension, int position) {
        return key + (position - position(key, dimension)) * weight[dimension];
    }

    /** Returns the code (or year) of the key in a dimension. */
    public String code(long key, Dimension dimension) {
        return dimension.valueAt(position(key, dimension.position()));
    }

    /** Returns the key as text: codes in dimension order, joined by dots. This is the inverse of {@link #parse}. */
    public String format(long key) {
        StringBuilder text = new StringBuilder(48);
        for (Dimension dimension : structure.dimensions()) {
            if (dimension.position() > 0) {
                text.append('.');
            }
            text.append(code(key, dimension));
        }
        return text.toString();
    }

    /**
     * Reads the text of a key. Returns empty if the text is not a key of the structure, for example because a code is
     * unknown.
     */
    public OptionalLong parse(String text) {
        long key = 0;
        int start = 0;
        List<Dimension> dimensions = structure.dimensions();
        for (int d = 0; d < weight.length; d++) {
            int end = d == weight.length - 1 ? text.length() : text.indexOf('.', start);
            if (end < start) {
                return OptionalLong.empty();
            }
            int position = dimensions.get(d).positionOf(text.substring(start, end));
            if (position < 0) {
                return OptionalLong.empty();
            }
            key += position * weight[d];
            start = end + 1;
        }
        return OptionalLong.of(key);
    }

    /**
     * Returns the key of the same figure in another structure. Dimensions that both structures have keep their code. A
     * dimension that only one structure has must be at its total.
     *
     * @return the key; empty if the other structure does not have the figure
     */
    public OptionalLong sameIn(KeySpace other, long key) {
        for (Dimension dimension : structure.dimensions()) {
            if (other.structure.dimension(dimension.id()).isEmpty()
                    && position(key, dimension.position()) != total(dimension)) {
                return OptionalLong.empty();
            }
        }
        long same = 0;
        for (Dimension dimension : other.structure.dimensions()) {
            int position = structure
                    .dimension(dimension.id())
                    .map(own -> dimension.positionOf(code(key, own)))
                    .orElseGet(() -> total(dimension));
            if (position < 0) {
                return OptionalLong.empty();
            }
            same += position * other.weight[dimension.position()];
        }
        return OptionalLong.of(same);
    }

    private static int total(Dimension dimension) {
        return dimension.isTime()
                ? -1
                : dimension.codes().total().map(Code::position).orElse(-1);
    }

    /**
     * Returns the key as an unmodifiable map from dimension id to code, in dimension order. The map computes a code
     * when it is read, because there may be millions of keys.
     */
    public Map<String, String> codes(long key) {
        return new KeyCodes(key);
    }

    private final class KeyCodes extends AbstractMap<String, String> {

        private final long key;

        private KeyCodes(long key) {
            this.key = key;
        }

        @Override
        public Set<Map.Entry<String, String>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Map.Entry<String, String>> iterator() {
                    Iterator<Dimension> dimensions = structure.dimensions().iterator();
                    return new Iterator<>() {
                        @Override
                        public boolean hasNext() {
                            return dimensions.hasNext();
                        }

                        @Override
                        public Map.Entry<String, String> next() {
                            Dimension dimension = dimensions.next();
                            return Map.entry(dimension.id(), code(key, dimension));
                        }
                    };
                }

                @Override
                public int size() {
                    return size.length;
                }
            };
        }
    }
}
