/**
 * Everything that the pages of the website share: layout, texts in six languages, addresses, assets, and pages for
 * problems.
 *
 * <p>After the capabilities in the order, before {@code session} and the pages themselves. A page is a resource whose
 * address begins with {@link org.tipstats.site.frame.Site#LANG} and whose template includes {@code page/base}. The
 * frame around its content comes from {@link org.tipstats.site.frame.Frames}. All sentences are in
 * {@code texts_*.properties}, one file per language. Templates hold no logic except loops and ifs.
 *
 * <p>Public: {@code Site}, {@code Section}; {@code Frames} with {@code Frame}, {@code PageContext} and {@code Assets};
 * {@code PageTexts}, {@code NumberTexts}, {@code DayTexts}; {@code FigureSigns}; {@code Fault}, {@code Addresses}.
 */
package org.tipstats.site.frame;
