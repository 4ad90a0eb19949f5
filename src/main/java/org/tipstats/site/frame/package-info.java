/**
 * What all pages of the website share: layout, texts in six languages, addresses, the files that pages load, and how
 * problems are told.
 *
 * <p>After the capabilities in the order, before {@code session} and the pages themselves. A page is a resource whose
 * address begins with {@link org.tipstats.site.frame.Site#LANG} and whose template includes {@code page/base}; what stands around
 * it comes from {@link org.tipstats.site.frame.Frames}. Every sentence lies in {@code texts_*.properties}, one file a language;
 * templates hold no logic beyond loops and ifs.
 *
 * <p>Public: {@code Site}, {@code Section} with {@code Sections}; {@code Preparation}; {@code Frames} with {@code Frame}, {@code Place}, {@code
 * Theme} and {@code Assets}; {@code PageTexts}, {@code NumberTexts}, {@code DayTexts}; {@code Mark} with {@code
 * ShownFigure} and {@code Signs}; {@code Fault}, {@code Addresses}, {@code Returns}.
 */
package org.tipstats.site.frame;
