package org.tipstats.site.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.home.HeadlineFinder.AreaFigures;
import org.tipstats.site.home.HeadlineFinder.Headline;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Builds API URLs of the figures of one release, for links and citations. */
record DataAddresses(String release) {

    private static final String DATA = "/api/v1/data/";

    /** Returns the URL of all figures of a dataflow. */
    String all(Dataflow dataflow) {
        return DATA + Addresses.encoded(dataflow.id()) + "?release=" + Addresses.encoded(release);
    }

    /** Returns the URL of the counts and rates of a headline, for the world and its regions. */
    String of(Headline headline) {
        return DATA + query(headline.dataflow(), "", headline, headline.all());
    }

    /** Returns the URL of the provenance of the headline's count for the world. */
    String provenance(Headline headline) {
        return DATA + query(headline.dataflow(), "/provenance", headline, List.of(headline.world()));
    }

    private String query(Dataflow dataflow, String part, Headline headline, List<AreaFigures> figures) {
        Map<String, String> codes = new KeySpace(dataflow.structure()).codes(headline.key());
        List<String> parameters = new ArrayList<>();
        for (Dimension dimension : dataflow.structure().dimensions()) {
            String wanted = codes.get(dimension.id());
            if (dimension.role() == Role.AREA) {
                wanted = join(figures.stream().map(AreaFigures::area).toList());
            } else if (dimension.role() == Role.UNIT && figures.size() > 1) {
                wanted = join(dimension.codes().codes().stream()
                        .filter(unit -> dataflow.publication().allows(dimension.id(), unit.id()))
                        .toList());
            }
            parameters.add(dimension.id() + "=" + wanted);
        }
        parameters.add("release=" + Addresses.encoded(release));
        return Addresses.encoded(dataflow.id()) + part + "?" + String.join("&", parameters);
    }

    private static String join(List<Code> codes) {
        return codes.stream().map(code -> Addresses.encoded(code.id())).collect(Collectors.joining(","));
    }
}
