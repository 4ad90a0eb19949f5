package org.tipstats.submission;

import java.util.List;
import org.tipstats.schema.Dataflow;

/** What a file turned out to be about. */
record Submitted(Dataflow dataflow, Mode mode, List<String> areas, List<String> periods) {}
