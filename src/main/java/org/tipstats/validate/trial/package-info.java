/**
 * Tries schemas before they are adopted: validates accepted files once under the present schemas and once under the
 * tried schemas, and reports which findings are new, more severe, less severe, or gone.
 */
package org.tipstats.validate.trial;
