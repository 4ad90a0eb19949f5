package org.tipstats.disseminate.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/**
 * Makes example rows that are valid but have invented figures: a total if there is one, its parts (usually one of them
 * is 0), and a year without a figure. The rows use the area of the template. A template without an area uses, if
 * possible, an area outside all groups of areas, so that nobody thinks that the figures are real.
 */
final class TemplateExamples {

    private static final String TOTAL = "12";
    private static final List<String> PARTS = List.of("7", "4", "0");
    private static final String REST = "1";

    private final Dataflow dataflow;
    private final Code area;
    private final int year;
    private final String comment;

    /** @param comment the comment on the missing figure */
    TemplateExamples(Template template, String comment) {
        this.dataflow = template.dataflow();
        this.area = template.area();
        this.year = Math.max(template.year(), dataflow.structure().time().firstYear() + 1);
        this.comment = comment;
    }

    /** Returns the rows as values by column. */
    List<Map<String, String>> rows() {
        Dimension divided = divided();
        List<Map<String, String>> rows = new ArrayList<>();
        divided.codes().total().ifPresent(total -> rows.add(row(divided, total, TOTAL)));
        List<Code> parts = parts(divided.codes());
        for (int i = 0; i < parts.size(); i++) {
            String value = parts.get(i).isUnknown() || i == PARTS.size() ? REST : PARTS.get(i);
            rows.add(row(divided, parts.get(i), value));
        }
        rows.add(missing(rows.get(0)));
        return rows;
    }

    /**
     * Returns the first dimension whose code list has a total; if there is none, the first dimension. Area and time are
     * never returned.
     */
    private Dimension divided() {
        List<Dimension> chosen = dataflow.requiredDimensions().stream()
                .filter(dimension -> !dimension.isTime() && dimension.role() != Role.AREA)
                .toList();
        return chosen.stream()
                .filter(dimension -> dimension.codes().total().isPresent())
                .findFirst()
                .orElse(chosen.get(0));
    }

    /**
     * Returns at most three codes for known values and the code for "unknown", or at most four known codes if the list
     * has no "unknown".
     */
    private static List<Code> parts(CodeList list) {
        List<Code> all = list.total().map(list::children).orElse(list.codes()).stream()
                .filter(code -> !code.isAreaGroup())
                .toList();
        List<Code> known = all.stream().filter(code -> !code.isUnknown()).toList();
        Optional<Code> unknown = all.stream().filter(Code::isUnknown).findFirst();
        return Stream.concat(
                        known.stream().limit(PARTS.size()),
                        unknown.map(Stream::of).orElse(known.stream().skip(PARTS.size())))
                .limit(PARTS.size() + 1L)
                .toList();
    }

    private Map<String, String> row(Dimension divided, Code part, String value) {
        Map<String, String> row = new LinkedHashMap<>();
        for (Dimension dimension : dataflow.requiredDimensions()) {
            row.put(dimension.id(), dimension.equals(divided) ? part.id() : defaultCode(dimension));
        }
        row.put(dataflow.structure().measure().id(), value);
        return row;
    }

    private String defaultCode(Dimension dimension) {
        if (dimension.isTime()) {
            return Integer.toString(year);
        }
        CodeList list = dimension.codes();
        if (dimension.role() == Role.AREA && area != null) {
            return area.id();
        }
        if (dimension.role() == Role.AREA) {
            return list.first(code -> !code.isAreaGroup() && code.parent() == null)
                    .or(() -> list.first(code -> !code.isAreaGroup()))
                    .orElseThrow()
                    .id();
        }
        return list.total().orElse(list.at(0)).id();
    }

    /** Returns a copy of a row for the year before, in which the figure is marked as missing. */
    private Map<String, String> missing(Map<String, String> present) {
        Map<String, String> row = new LinkedHashMap<>(present);
        row.put(dataflow.structure().time().id(), Integer.toString(year - 1));
        row.remove(dataflow.structure().measure().id());
        row.put(
                dataflow.structure().attribute(Role.STATUS).orElseThrow().id(),
                new Statuses(dataflow.structure()).missing().get(0));
        dataflow.structure().attribute(Role.COMMENT).ifPresent(attribute -> row.put(attribute.id(), comment));
        return row;
    }
}
