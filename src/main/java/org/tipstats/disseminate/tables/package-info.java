/** The catalogue of open tables for Spark, Trino and other engines (the REST catalogue of Apache Iceberg), read-only. */
package org.tipstats.disseminate.tables;
