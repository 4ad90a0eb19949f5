package org.tipstats.site.submit;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Sections;

/** Declares the sections of this package. */
@Singleton
final class UploadSections implements Sections {

    @Override
    public List<Section> sections() {
        return List.of(Section.MY_FILES, Section.UPLOAD);
    }
}
