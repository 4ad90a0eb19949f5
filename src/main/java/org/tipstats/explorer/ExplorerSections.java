package org.tipstats.explorer;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.page.Section;
import org.tipstats.page.Sections;

@Singleton
final class ExplorerSections implements Sections {

    @Override
    public List<Section> sections() {
        return List.of(Section.DATA);
    }
}
