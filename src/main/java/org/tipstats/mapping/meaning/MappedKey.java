package org.tipstats.mapping.meaning;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The code, or year, of each dimension, in the order of the ids of the dimensions. Immutable. A table has as many keys
 * as figures, so the keys of a dataflow share the ids and have one array each.
 */
public final class MappedKey extends AbstractMap<String, String> {

    private final String[] ids;
    private final String[] codes;

    private MappedKey(String[] ids, String[] codes) {
        this.ids = ids;
        this.codes = codes;
    }

    /** The dimensions of a dataflow, each with the code that it has if a table says nothing. */
    public static final class Dimensions {

        private final String[] ids;
        private final String[] defaults;

        public Dimensions(Dataflow dataflow) {
            List<Dimension> sorted = Dimensions.sorted(dataflow);
            this.ids = sorted.stream().map(Dimension::id).toArray(String[]::new);
            this.defaults = sorted.stream()
                    .map(dimension -> usual(dataflow, dimension).orElse(null))
                    .toArray(String[]::new);
        }

        private static List<Dimension> sorted(Dataflow dataflow) {
            Stream<Dimension> all = dataflow.structure().dimensions().stream();
            return all.sorted((one, other) -> one.id().compareTo(other.id())).toList();
        }

        /** Returns the only code that may be submitted, else the total; empty if there is neither. */
        private static Optional<String> usual(Dataflow dataflow, Dimension dimension) {
            Optional<String> fixed = dataflow.submission().fixed(dimension.id());
            return fixed.isPresent() || dimension.isTime()
                    ? fixed
                    : dimension.codes().total().map(Code::id);
        }

        int size() {
            return ids.length;
        }

        String id(int place) {
            return ids[place];
        }

        /** Returns the place of a dimension among the codes; -1 if the dataflow lacks it. */
        int place(String id) {
            return MappedKey.place(ids, id);
        }

        /**
         * Returns a key.
         *
         * @param codes the codes at their places, null if a table says nothing; the caller must not change them later
         * @return empty if a dimension has neither a code nor a usual one
         */
        Optional<MappedKey> key(String[] codes) {
            for (int i = 0; i < codes.length; i++) {
                if (codes[i] == null) {
                    codes[i] = defaults[i];
                }
                if (codes[i] == null) {
                    return Optional.empty();
                }
            }
            return Optional.of(new MappedKey(ids, codes));
        }
    }

    /** Searches from the first dimension, because there are few. Compares objects first, which is faster than texts. */
    private static int place(String[] ids, Object id) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        for (int i = 0; i < ids.length; i++) {
            if (ids[i].equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the same key with another code of a dimension. */
    MappedKey with(int place, String code) {
        String[] changed = codes.clone();
        changed[place] = code;
        return new MappedKey(ids, changed);
    }

    /** Returns the codes without the ids of their dimensions. They identify a key within one dataflow. */
    List<String> codes() {
        return Collections.unmodifiableList(Arrays.asList(codes));
    }

    /** Returns the place of a dimension, which all keys of a dataflow share; -1 if the dataflow lacks it. */
    public int place(String id) {
        return place(ids, id);
    }

    /** Returns the code of the dimension at a place. */
    public String at(int place) {
        return codes[place];
    }

    /** The codes of a key without one dimension. Figures that differ only in this dimension have equal rests. */
    record Rest(MappedKey key, int without) {

        private static final int FACTOR = 0x9E3779B1;

        @Override
        public boolean equals(Object other) {
            return other instanceof Rest rest
                    && Arrays.equals(key.codes, 0, without, rest.key.codes, 0, without)
                    && Arrays.equals(
                            key.codes,
                            without + 1,
                            key.codes.length,
                            rest.key.codes,
                            without + 1,
                            rest.key.codes.length);
        }

        @Override
        public int hashCode() {
            // Codes are short, so a small factor would give many keys the same hash.
            int hash = 1;
            for (int i = 0; i < key.codes.length; i++) {
                hash = i == without ? hash : FACTOR * (hash ^ key.codes[i].hashCode());
            }
            return hash;
        }
    }

    @Override
    public int size() {
        return ids.length;
    }

    @Override
    public boolean containsKey(Object id) {
        return place(ids, id) >= 0;
    }

    @Override
    public String get(Object id) {
        int place = place(ids, id);
        return place < 0 ? null : codes[place];
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super String> action) {
        for (int i = 0; i < ids.length; i++) {
            action.accept(ids[i], codes[i]);
        }
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        Set<Map.Entry<String, String>> entries = new LinkedHashSet<>();
        forEach((id, code) -> entries.add(Map.entry(id, code)));
        return Collections.unmodifiableSet(entries);
    }
}
