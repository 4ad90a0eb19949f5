
cells <- function(table, time, value) {
  numbers <- as.numeric(table[[value]])
  shown <- ifelse(is.na(numbers), "-", format(numbers, trim = TRUE))
  cat("\n-- cells\n")
  cat(paste(table$FREQ, table$REF_AREA, table$SEX, table$AGE, table$EXPLOITATION, table$UNIT_MEASURE,
            table[[time]], shown, table$OBS_STATUS), sep = "\n")
}
