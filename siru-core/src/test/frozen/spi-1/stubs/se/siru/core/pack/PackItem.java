package se.siru.core.pack;

public interface PackItem {}
