package org.tipstats.site.frame;

import java.util.List;
import org.tipstats.platform.access.Actor;

/** The parts of the website that a package has pages for; a bean, so that the bars lead there. */
public interface Sections {

    List<Section> sections();

    /** How many things wait there for the person; 0 shows nothing. Asked for once for each page of the desk. */
    default long waiting(Section section, Actor actor) {
        return 0;
    }
}
