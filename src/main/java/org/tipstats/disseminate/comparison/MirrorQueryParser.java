package org.tipstats.disseminate.comparison;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tipstats.disseminate.query.CodeExpression;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Reads the parameters that filter the pairs and years of the mirror statistics. */
@Singleton
final class MirrorQueryParser {

    private final Dimension areas;
    private final Dimension years;

    MirrorQueryParser(SchemaRegistry schemas) {
        this.areas = schemas.submitted().get(0).structure().area();
        this.years = schemas.submitted().get(0).structure().time();
    }

    /**
     * Reads the parameters, each of which may be null.
     *
     * @throws ProblemException with status 400 and every fault if there is one
     */
    MirrorQuery parse(String area, String citizenship, String year) {
        List<InputError> faults = new ArrayList<>();
        Dimension citizens = new Dimension(
                "CITIZENSHIP", areas.position(), areas.name(), areas.role(), areas.codes(), 0, areas.overlapping());
        MirrorQuery wanted = new MirrorQuery(
                positions(areas, area, faults),
                positions(citizens, citizenship, faults),
                positions(years, year, faults));
        if (!faults.isEmpty()) {
            throw ProblemException.parameters(faults);
        }
        return wanted;
    }

    private static BitSet positions(Dimension dimension, String value, List<InputError> faults) {
        return value == null ? null : new CodeExpression(dimension, faults).positions(value);
    }

    /** The selected positions in the lists; null for all. */
    final class MirrorQuery {

        private final BitSet area;
        private final BitSet citizenship;
        private final BitSet year;

        private MirrorQuery(BitSet area, BitSet citizenship, BitSet year) {
            this.area = area;
            this.citizenship = citizenship;
            this.year = year;
        }

        boolean has(String inArea, String ofCitizenship, String inYear) {
            return (area == null || area.get(areas.positionOf(inArea)))
                    && (citizenship == null || citizenship.get(areas.positionOf(ofCitizenship)))
                    && (year == null || year.get(years.positionOf(inYear)));
        }
    }
}
