/** Structures of dataflows, and templates (workbook or CSV) that a submitter fills in. */
package org.tipstats.disseminate.template;
