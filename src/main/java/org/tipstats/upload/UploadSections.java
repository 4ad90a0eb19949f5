package org.tipstats.upload;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.page.Section;
import org.tipstats.page.Sections;

/** Declares the sections of this package. */
@Singleton
final class UploadSections implements Sections {

    @Override
    public List<Section> sections() {
        return List.of(Section.MY_FILES, Section.UPLOAD);
    }
}
