package org.tipstats.site.frame;

import java.util.List;
import org.tipstats.platform.access.Actor;

/**
 * The parts of the website that a package has pages for. Each package provides a bean; the bars link to its sections.
 */
public interface Sections {

    List<Section> sections();

    /** Returns how many things wait there for the person; 0 shows nothing. Called once for each page of the desk. */
    default long waiting(Section section, Actor actor) {
        return 0;
    }
}
