/** The signed manifests of releases: which files a release has, with their hashes. */
package org.tipstats.publish.manifest;
