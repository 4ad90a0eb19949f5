/**
 * Copies of the website: the public pages of a release, its files and usual answers of the API as plain files, with a
 * manifest, which is signed if a key is given. The copy is made from the public answers of a running service.
 */
package org.tipstats.start.export;
