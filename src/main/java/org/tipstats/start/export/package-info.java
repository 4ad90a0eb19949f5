/**
 * Copies of the website: the public pages of a release, its files and the API's answers to usual questions as plain files,
 * with a signed manifest. The copy is made from the answers that everyone gets from a running service.
 */
package org.tipstats.start.export;
