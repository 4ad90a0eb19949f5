/** Uploads: the parts and limits of a request, and the received file on the disk. */
package org.tipstats.collect.upload;
