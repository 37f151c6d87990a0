package se.siru.core;

import com.google.common.collect.ForwardingObject;
import com.google.common.collect.ImmutableList;
import com.google.common.io.InsecureRecursiveDeleteException;
import java.util.List;

/** Shows a type of Guava as a parent, in a field, as a type argument and in an exception; the rest is not seen. */
public final class LeakySignatures extends ForwardingObject {
  protected ImmutableList<String> field = ImmutableList.of();
  ImmutableList<String> inside = ImmutableList.of();

  LeakySignatures() {}

  @Override
  protected Object delegate() {
    return inside;
  }

  public List<ImmutableList<String>> argument() {
    return List.of(field, inside);
  }

  public void thrown() throws InsecureRecursiveDeleteException {
    delegate();
  }
}
