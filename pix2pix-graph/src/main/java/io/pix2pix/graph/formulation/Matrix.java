package io.pix2pix.graph.formulation;

import io.pix2pix.graph.convolution.GraphWriter;

/** A small matrix of constants. */
final class Matrix {
  private final double[][] values;

  /**
   * @param values by row and column
   */
  Matrix(double[][] values) {
    this.values = values;
  }

  int rows() {
    return values.length;
  }

  int columns() {
    return values[0].length;
  }

  Matrix transposed() {
    var result = new double[columns()][rows()];
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        result[j][i] = values[i][j];
      }
    }
    return new Matrix(result);
  }

  /** Its Kronecker product with itself: what it does in one direction, done in both. */
  Matrix squared() {
    var result = new double[rows() * rows()][columns() * columns()];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < result[i].length; j++) {
        result[i][j] = values[i / rows()][j / columns()] * values[i % rows()][j % columns()];
      }
    }
    return new Matrix(result);
  }

  /** Its product with a vector. */
  double[] times(double[] vector) {
    var result = new double[rows()];
    for (int i = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        result[i] += values[i][j] * vector[j];
      }
    }
    return result;
  }

  /** The inverse of a square matrix that has one (Gauss and Jordan). */
  Matrix inverse() {
    int n = rows();
    var left = new double[n][];
    var right = new double[n][n];
    for (int i = 0; i < n; i++) {
      left[i] = values[i].clone();
      right[i][i] = 1;
    }
    for (int column = 0; column < n; column++) {
      eliminate(left, right, column);
    }
    return new Matrix(right);
  }

  /** Makes a column of the left rows one of the unit matrix. */
  private static void eliminate(double[][] left, double[][] right, int column) {
    int largest = column;
    for (int i = column + 1; i < left.length; i++) {
      largest = Math.abs(left[i][column]) > Math.abs(left[largest][column]) ? i : largest;
    }
    swap(left, column, largest);
    swap(right, column, largest);
    double normal = 1 - 1 / left[column][column];
    subtract(left, column, column, normal);
    subtract(right, column, column, normal);
    for (int i = 0; i < left.length; i++) {
      double factor = i == column ? 0 : left[i][column];
      subtract(left, i, column, factor);
      subtract(right, i, column, factor);
    }
  }

  private static void swap(double[][] rows, int i, int j) {
    var row = rows[i];
    rows[i] = rows[j];
    rows[j] = row;
  }

  private static void subtract(double[][] rows, int from, int row, double factor) {
    var subtracted = rows[row].clone();
    for (int j = 0; j < subtracted.length; j++) {
      rows[from][j] -= factor * subtracted[j];
    }
  }

  /** Writes it as a constant. */
  String constant(GraphWriter to) {
    var flat = new float[rows() * columns()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) values[i / columns()][i % columns()];
    }
    return to.matrix(rows(), columns(), flat);
  }
}
