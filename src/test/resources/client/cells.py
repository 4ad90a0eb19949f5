
def cells(table):
    print("-- cells")
    for _, row in table.iterrows():
        shown = "-" if row["OBS_VALUE"] != row["OBS_VALUE"] else format(row["OBS_VALUE"], "g")
        print(*row[["FREQ", "REF_AREA", "SEX", "AGE", "EXPLOITATION", "UNIT_MEASURE", "TIME_PERIOD"]], shown,
              row["OBS_STATUS"])
