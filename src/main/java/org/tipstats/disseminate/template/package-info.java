/** Structures of dataflows, and the workbook that a submitter fills in. */
package org.tipstats.disseminate.template;
