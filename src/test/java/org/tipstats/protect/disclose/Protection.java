package org.tipstats.protect.disclose;

import java.util.List;
import java.util.Map;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;

/** Protects single dataflows that were never published before. */
public final class Protection {

    private Protection() {}

    public static ProtectedCube of(Dataflow dataflow, Cube compiled) {
        return release(dataflow, compiled).cubes().get(dataflow.id());
    }

    public static ProtectedRelease release(Dataflow dataflow, Cube compiled) {
        return new DisclosureControl(List.of(dataflow), AreaSettings.NONE, Exceptions.NONE, SearchMemory.NONE)
                .protect(Map.of(dataflow.id(), compiled), List.of(), ProtectionProgress.SILENT);
    }
}
