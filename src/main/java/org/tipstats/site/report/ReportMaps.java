package org.tipstats.site.report;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.map.MapView;
import org.tipstats.site.map.MapViews;
import org.tipstats.site.map.MapViews.MapRequest;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;

/** Makes the map of a report: the rates of countries and areas, without a breakdown. */
@Singleton
record ReportMaps(PublicData data, MapViews maps) {

    /** Makes the map; empty if no country or area has a rate. */
    Optional<MapView> of(ReleaseReference release, Dataflow dataflow, PageTexts texts) {
        DataSelection selection = data.select(dataflow.id(), Map.of("release", List.of(release.id())));
        KeySpace space = selection.cube().space();
        return maps.of(
                new MapRequest(
                        selection,
                        Collections.nCopies(dataflow.structure().dimensions().size(), null),
                        Map.of(),
                        key -> Addresses.figure(texts, dataflow.id(), space.format(key), release.id()),
                        (name, value) -> ""),
                texts);
    }

    /** Returns the map as SVG text, without title, legend and notes. */
    String picture(MapView map, PageTexts texts) {
        return maps.alone(map, texts).svg();
    }
}
