package org.tipstats.site.explore;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Sections;

@Singleton
final class ExplorerSections implements Sections {

    @Override
    public List<Section> sections() {
        return List.of(Section.DATA);
    }
}
