/**
 * Everything that the pages of the website share: layout, texts in six languages, URLs, assets, and pages for problems.
 *
 * <p>A page is a resource whose path begins with {@code Site.LANG} and whose template includes {@code page/base}. The
 * frame around its content comes from {@code Frames}. All sentences are in {@code texts_*.properties}, one file per
 * language. Templates hold no logic except loops and ifs.
 */
package org.tipstats.site.frame;
