package org.tipstats.vocabulary.cube;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The codes of a key by dimension id, in dimension order. Computed on access, because there may be millions of keys.
 */
final class KeyCodes extends AbstractMap<String, String> {

    private final KeySpace space;
    private final long key;

    KeyCodes(KeySpace space, long key) {
        this.space = space;
        this.key = key;
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        List<Dimension> dimensions = space.structure().dimensions();
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, String>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < dimensions.size();
                    }

                    @Override
                    public Map.Entry<String, String> next() {
                        if (!hasNext()) {
                            throw new NoSuchElementException();
                        }
                        Dimension dimension = dimensions.get(next++);
                        return Map.entry(dimension.id(), space.code(key, dimension));
                    }
                };
            }

            @Override
            public int size() {
                return dimensions.size();
            }
        };
    }
}
