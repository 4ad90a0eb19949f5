package org.tipstats.collect.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.collect.entry.EntryBlock.EntryGroup;
import org.tipstats.collect.entry.EntryBlock.EntryRow;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * The figures of a dataflow that an area may report, in blocks of rows. Which figures these are depends on the dataflow
 * and the area only.
 */
final class EntryShape {

    /** If a dimension has more codes than this, the overview leaves out its countries without figures. */
    private static final int MAX_OPEN = 40;

    private final Dataflow dataflow;
    private final KeySpace space;
    private final List<Dimension> listed = new ArrayList<>();
    private final List<Dimension> broken = new ArrayList<>();
    private final int[] totals;

    /** @param area an area that reports */
    EntryShape(Dataflow dataflow, String area) {
        this.dataflow = dataflow;
        this.space = new KeySpace(dataflow.structure());
        List<Dimension> dimensions = dataflow.structure().dimensions();
        this.totals = new int[dimensions.size()];
        for (Dimension dimension : dimensions) {
            Optional<String> fixed = dimension.role() == Role.AREA
                    ? Optional.of(area)
                    : dataflow.submission().fixed(dimension.id());
            if (fixed.isPresent()) {
                totals[dimension.position()] = dimension.positionOf(fixed.get());
            } else if (!dimension.isTime()) {
                Optional<Code> total = dimension.codes().total();
                totals[dimension.position()] = total.map(Code::position).orElse(0);
                (total.isPresent() ? broken : listed).add(dimension);
            }
        }
    }

    KeySpace space() {
        return space;
    }

    Dataflow dataflow() {
        return dataflow;
    }

    /** Returns the dimensions with a total, except those whose code is fixed. */
    List<Dimension> broken() {
        return broken;
    }

    long key(EntryRow row, String year) {
        Dimension time = dataflow.structure().time();
        return space.withPosition(row.key(), time.position(), time.positionOf(year));
    }

    /**
     * Reads the key of a figure that the area may report in one of the years.
     *
     * @return empty if the text is not such a key
     */
    OptionalLong key(String text, List<String> years) {
        OptionalLong key = space.parse(text);
        return key.isPresent() && isAsked(key.getAsLong(), years) ? key : OptionalLong.empty();
    }

    private boolean isAsked(long key, List<String> years) {
        return dataflow.structure().dimensions().stream().allMatch(dimension -> {
            String code = space.code(key, dimension);
            return dimension.isTime()
                    ? years.contains(code)
                    : broken.contains(dimension) || listed.contains(dimension)
                            ? dataflow.submission().allows(dimension.id(), code)
                            : space.position(key, dimension.position()) == totals[dimension.position()];
        });
    }

    /** Returns the block that contains a figure. */
    EntryBlock block(long key) {
        List<Dimension> down = broken.stream()
                .filter(dimension -> space.position(key, dimension.position()) != totals[dimension.position()])
                .toList();
        return down.size() > 1 ? new EntryBlock(down) : EntryBlock.OVERVIEW;
    }

    /** Returns the blocks: the overview, then each long code list, then breakdowns by two and more dimensions. */
    List<EntryBlock> blocks() {
        List<EntryBlock> blocks = new ArrayList<>(List.of(EntryBlock.OVERVIEW));
        for (int size = 1; size <= broken.size(); size++) {
            int wanted = size;
            IntStream.range(1, 1 << broken.size())
                    .filter(choice -> Integer.bitCount(choice) == wanted)
                    .mapToObj(this::chosen)
                    .filter(block -> wanted > 1 || isLong(block.dimensions().get(0)))
                    .forEach(blocks::add);
        }
        return blocks;
    }

    private EntryBlock chosen(int choice) {
        return new EntryBlock(IntStream.range(0, broken.size())
                .filter(i -> (choice >> i & 1) == 1)
                .mapToObj(broken::get)
                .toList());
    }

    private boolean isLong(Dimension dimension) {
        return codes(dimension).size() > MAX_OPEN;
    }

    /**
     * Returns the rows of a block.
     *
     * @param hasFigures checks whether a row has a figure; takes the key of the row in the first year of the structure
     */
    List<EntryGroup> groups(EntryBlock block, LongPredicate hasFigures) {
        List<Dimension> all = block.dimensions();
        List<Dimension> outer = new ArrayList<>(listed);
        outer.addAll(all.subList(0, Math.max(0, all.size() - 1)));
        return heads(outer)
                .flatMap(head -> {
                    int[] positions = totals.clone();
                    for (int i = 0; i < outer.size(); i++) {
                        positions[outer.get(i).position()] = head.get(i).position();
                    }
                    return all.isEmpty()
                            ? overview(head, positions, hasFigures)
                            : Stream.of(group(head, all.get(all.size() - 1), positions, true, key -> true));
                })
                .toList();
    }

    private Stream<List<Code>> heads(List<Dimension> dimensions) {
        Stream<List<Code>> heads = Stream.of(List.of());
        for (Dimension dimension : dimensions) {
            heads = heads.flatMap(head -> codes(dimension).stream()
                    .map(code -> Stream.concat(head.stream(), Stream.of(code)).toList()));
        }
        return heads;
    }

    private Stream<EntryGroup> overview(List<Code> head, int[] positions, LongPredicate hasFigures) {
        EntryRow total = new EntryRow(null, 0, space.pack(positions));
        return Stream.concat(
                Stream.of(new EntryGroup(head, null, List.of(total))),
                broken.stream().map(dimension -> {
                    CodeList areas = dataflow.structure().area().codes();
                    boolean isLong = isLong(dimension);
                    return group(
                            head,
                            dimension,
                            positions,
                            false,
                            row -> !isLong
                                    || areas.find(space.code(row, dimension)).isEmpty()
                                    || hasFigures.test(row));
                }));
    }

    private EntryGroup group(
            List<Code> head, Dimension dimension, int[] positions, boolean withTotal, LongPredicate shown) {
        List<EntryRow> rows = new ArrayList<>();
        for (Code code : codes(dimension)) {
            int[] own = positions.clone();
            own[dimension.position()] = code.position();
            long key = space.pack(own);
            if (code.isTotal() ? withTotal : shown.test(key)) {
                long above = dimension.codes().broader(code).stream()
                        .filter(broader -> !broader.isTotal())
                        .count();
                rows.add(new EntryRow(code.isTotal() ? null : code, (int) above, key));
            }
        }
        return new EntryGroup(head, dimension, rows);
    }

    /** Returns the allowed codes of a dimension: the total first, and each code before its parts. */
    private List<Code> codes(Dimension dimension) {
        CodeList list = dimension.codes();
        return list.codes().stream()
                .filter(code -> code.parent() == null)
                .flatMap(root -> Stream.concat(Stream.of(root), list.descendants(root).stream()))
                .filter(code -> dataflow.submission().allows(dimension.id(), code.id()))
                .toList();
    }

    /**
     * Returns whether the parts of each code add up to the code. Citizenships do not add up, because the code for all
     * foreigners may or may not include people whose country is listed.
     */
    boolean addsUp(Dimension dimension) {
        return !dimension.overlapping()
                && dimension.codes().first(code -> code.means("FOREIGNERS")).isEmpty();
    }

    /** Returns the keys of the parts that add up to a row in one dimension; empty if there are no parts. */
    List<Long> parts(EntryRow row, Dimension dimension) {
        CodeList list = dimension.codes();
        Code code = list.at(space.position(row.key(), dimension.position()));
        return list.children(code).stream()
                .map(part -> space.withPosition(row.key(), dimension.position(), part.position()))
                .toList();
    }
}
