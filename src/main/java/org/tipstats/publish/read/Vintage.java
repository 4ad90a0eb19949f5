package org.tipstats.publish.read;

import java.util.ArrayList;
import java.util.List;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;

/** One dataset of a release in memory, indexed by area. Immutable. */
public final class Vintage {

    private final Cube cube;
    private final List<int[]> byArea;

    public Vintage(Cube cube) {
        this.cube = cube;
        this.byArea = index(cube);
    }

    private static List<int[]> index(Cube cube) {
        KeySpace space = cube.space();
        int area = space.structure().area().position();
        int areas = space.structure().area().size();
        int[] counts = new int[areas];
        for (int i = 0; i < cube.size(); i++) {
            counts[space.position(cube.at(i).key(), area)]++;
        }
        List<int[]> index = new ArrayList<>(areas);
        for (int count : counts) {
            index.add(new int[count]);
        }
        for (int i = cube.size() - 1; i >= 0; i--) {
            int position = space.position(cube.at(i).key(), area);
            index.get(position)[--counts[position]] = i;
        }
        return index;
    }

    public Cube cube() {
        return cube;
    }

    /**
     * Returns the indexes of an area's observations in the cube, ascending.
     *
     * @param areaPosition the position of the area in the code list
     */
    public int[] indexesOf(int areaPosition) {
        return byArea.get(areaPosition);
    }
}
